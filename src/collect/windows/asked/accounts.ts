/** Accounts of the machine, and who is logged in. */
export interface AccountAnswers {
  readonly accounts: Account;
  readonly groups: Account;
  readonly logons: Logon;
}

export const ACCOUNTS = String.raw`
Source 'accounts' { Cim 'Win32_UserAccount' 'LocalAccount=TRUE' | Select-Object 'Name', 'SID', 'FullName' }
Source 'groups' { Cim 'Win32_Group' 'LocalAccount=TRUE' | Select-Object 'Name', 'SID' }
Source 'logons' {
  Get-ChildItem -LiteralPath 'Registry::HKEY_USERS' -ErrorAction SilentlyContinue |
    Where-Object { $_.PSChildName -match '^S-1-(5-21|12-1)-[\d-]+$' } | ForEach-Object {
      $key = 'Registry::HKEY_USERS\' + $_.PSChildName + '\Volatile Environment'
      @{ user = (Value $key 'USERNAME'); domain = (Value $key 'USERDOMAIN') }
    }
}
`;

/** `Volatile Environment` of who has a desktop here, at the console or from afar; closed to others than administrators. */
interface Logon {
  readonly user: string;
  readonly domain: string;
}

/** Win32_UserAccount, Win32_Group. */
interface Account {
  readonly Name: string;
  readonly SID: string;
  readonly FullName: string;
}
