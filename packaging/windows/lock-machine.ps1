# Closes on a Windows machine what a program cannot close by itself, for a public kiosk.
# Usage, as administrator, on Windows 10 or 11 Enterprise, Education or IoT Enterprise:
#   powershell -File lock-machine.ps1 -User aloud-kiosk      an account without rights, which exists and has signed in once
#   powershell -File lock-machine.ps1 -User aloud-kiosk -Off
#
# NOT RUN SO FAR: there was no Windows to run it on. What must then be tried is rows 3a, 3b and 3e of the list in
# tests/conformance/breakout.toml, one by one, as that account.
param([Parameter(Mandatory)][string]$User, [switch]$Off)
$ErrorActionPreference = "Stop"

# --- keys that Windows takes before any program sees them (Keyboard Filter) ---
$keys = "Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+F4", "Ctrl+Tab", "Ctrl+Shift+Esc", "Ctrl+Win+F",
  "Win", "LWin", "RWin", "Win+A", "Win+C", "Win+D", "Win+E", "Win+F", "Win+F1", "Win+I", "Win+K", "Win+L", "Win+M",
  "Win+R", "Win+S", "Win+Tab", "Win+U", "Win+X", "Win+Plus", "Win+Minus", "Win+Enter", "Win+Space", "Win+PrintScreen",
  "Ctrl+Alt+Del", "Shift+Ctrl+Esc", "LaunchMail", "LaunchApp1", "LaunchApp2", "LaunchMediaSelect", "BrowserHome",
  "BrowserSearch", "BrowserBack", "BrowserForward", "BrowserRefresh", "BrowserStop", "BrowserFavorites", "Application"
if (-not $Off) {
  dism.exe /online /enable-feature /featurename:Client-DeviceLockdown /featurename:Client-KeyboardFilter /featurename:Client-EmbeddedShellLauncher /all /norestart
}
foreach ($key in $keys) {
  $rule = Get-CimInstance -Namespace root\standardcimv2\embedded -ClassName WEKF_PredefinedKey -Filter "Id='$key'"
  if ($rule) { $rule.Enabled = [int](-not $Off); Set-CimInstance -InputObject $rule }
}

# --- the whole machine ---
$machine = @{
  "HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI" = @{ AllowEdgeSwipe = 0 }
  "HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer" = @{ DisableNotificationCenter = 1; NoUseStoreOpenWith = 1 }
  "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer" = @{ NoDriveTypeAutoRun = 255; NoAutorun = 1 }
  "HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting" = @{ DontShowUI = 1; Disabled = 1 }
  "HKLM:\SOFTWARE\Policies\Microsoft\Windows\System" = @{ DontDisplayNetworkSelectionUI = 1; DisableLockScreenAppNotifications = 1 }
  "HKLM:\SOFTWARE\Policies\Microsoft\TabletTip\1.7" = @{ DisableEdgeTarget = 1 }
  "HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services" = @{ fDenyTSConnections = 1 }
}
# --- the account of the kiosk: no dialog of sticky, filter and toggle keys, since the program has all that itself ---
$id = (New-Object Security.Principal.NTAccount($User)).Translate([Security.Principal.SecurityIdentifier]).Value
$own = "Registry::HKEY_USERS\$id"
$account = @{
  "$own\Control Panel\Accessibility\StickyKeys" = @{ Flags = "506" }
  "$own\Control Panel\Accessibility\Keyboard Response" = @{ Flags = "122" }
  "$own\Control Panel\Accessibility\ToggleKeys" = @{ Flags = "58" }
  "$own\Control Panel\Accessibility\MouseKeys" = @{ Flags = "58" }
  "$own\Control Panel\Accessibility\HighContrast" = @{ Flags = "122" }
  "$own\Software\Microsoft\Narrator\NoRoam" = @{ WinEnterLaunchEnabled = 0 }
  "$own\Software\Microsoft\Windows\CurrentVersion\Policies\System" = @{ DisableTaskMgr = 1; DisableLockWorkstation = 1; DisableChangePassword = 1; DisableRegistryTools = 1 }
  "$own\Software\Microsoft\Windows\CurrentVersion\Policies\Explorer" = @{ NoLogoff = 1; NoWinKeys = 1; NoViewContextMenu = 1; NoClose = 1 }
}
foreach ($part in $machine, $account) {
  foreach ($path in $part.Keys) {
    if (-not (Test-Path $path)) { New-Item -Path $path -Force | Out-Null }
    foreach ($name in $part[$path].Keys) {
      if ($Off) { Remove-ItemProperty -Path $path -Name $name -ErrorAction SilentlyContinue }
      else { Set-ItemProperty -Path $path -Name $name -Value $part[$path][$name] }
    }
  }
}

# --- the program in the place of the desktop ---
$launcher = Get-CimInstance -Namespace root\cimv2\mdm\dmmap -ClassName MDM_AssignedAccess
$launcher.ShellLauncher = if ($Off) { $null } else { [Net.WebUtility]::HtmlEncode((Get-Content -Raw (Join-Path $PSScriptRoot "shell-launcher.xml"))) }
Set-CimInstance -CimInstance $launcher
