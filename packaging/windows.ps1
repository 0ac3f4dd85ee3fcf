# Makes a folder and a ZIP for Windows 10 and later from the same description as on Linux, packaging/bundle/aloud.spec.
# Usage, in the project's folder, with Python 3.11 from its makers: powershell -File packaging/windows.ps1
#
# NOT RUN SO FAR: there was no Windows to run it on. The lock files cover Linux only, so what the direct dependencies
# ask for themselves comes in the version of the day. What must then be looked at: that a window opens, that the system's
# voices and eSpeak NG are heard (the wheel of espeakng-loader has a DLL for Windows), and that licences of the parts are
# collected, which packaging/bundle/components.py does for Python packages but not for the system's DLLs.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
py -3.11 -m venv build\windows
build\windows\Scripts\python -m pip install --only-binary :all: ".[package]"
build\windows\Scripts\python -m pip uninstall --yes aloud-kiosk
$env:PYTHONHASHSEED = "1"
build\windows\Scripts\python -m PyInstaller --noconfirm --distpath dist\windows --workpath build\windows-work packaging\bundle\aloud.spec
Copy-Item LICENSE, NOTICE dist\windows\aloud-kiosk
Compress-Archive -Force dist\windows\aloud-kiosk dist\aloud-kiosk-windows-x86_64.zip
