#!/usr/bin/env bash
# Makes Aloud.app and a disk image for macOS 14 and later from the same description as on Linux,
# packaging/bundle/aloud.spec. Usage, in the project's folder, with Python 3.11 from its makers: bash packaging/macos.sh
#
# NOT RUN SO FAR: there was no Mac to run it on. The lock files cover Linux only, so what the direct dependencies ask for
# themselves comes in the version of the day. To be given away the application must be signed and notarised with a
# developer's certificate (codesign --options runtime, xcrun notarytool), which only that developer can do.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
python3.11 -m venv build/macos
build/macos/bin/python -m pip install --only-binary :all: '.[package]'
build/macos/bin/python -m pip uninstall --yes aloud-kiosk
export PYTHONHASHSEED=1
build/macos/bin/python -m PyInstaller --noconfirm --distpath dist/macos --workpath build/macos-work packaging/bundle/aloud.spec
cp -- LICENSE NOTICE dist/macos/
hdiutil create -volname Aloud -srcfolder dist/macos -ov -format UDZO dist/aloud-kiosk-macos.dmg
