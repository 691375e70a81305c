/** Network adapters. */
export interface NetworkAnswers {
  readonly adapters: NetworkAdapter;
}

export const NETWORK = `
Source 'adapters' {
  $details = @{}
  try { Cim 'MSFT_NetAdapter' '' 'root/StandardCimv2' | ForEach-Object { $details[[int]$_.InterfaceIndex] = $_ } }
  catch { $details = @{} }
  $teams = @{}
  $members = @{}
  try {
    Cim 'MSFT_NetLbfoTeamMember' '' 'root/StandardCimv2' |
      ForEach-Object { $members[[string]$_.Team] = @($members[[string]$_.Team]) + @([string]$_.Name) }
    Cim 'MSFT_NetLbfoTeamNic' '' 'root/StandardCimv2' | ForEach-Object { $teams[[string]$_.Name] = $_ }
  }
  catch { $teams = @{} }
  $passing = @{}
  try {
    Cim 'MSFT_NetIPAddress' '' 'root/StandardCimv2' | Where-Object { $_.AddressFamily -eq 23 -and $_.SuffixOrigin -eq 5 } |
      ForEach-Object { $passing[[string]$_.IPAddress] = $true }
  }
  catch { $passing = @{} }
  $settings = @{}
  Cim 'Win32_NetworkAdapterConfiguration' | ForEach-Object { $settings[[int]$_.InterfaceIndex] = $_ }
  Cim 'Win32_NetworkAdapter' | ForEach-Object {
    $detail = $details[[int]$_.InterfaceIndex]
    $setting = $settings[[int]$_.InterfaceIndex]
    $team = $teams[[string]$_.NetConnectionID]
    if ($_.NetConnectionID -or $setting.IPAddress) {
      @{
        name = $_.NetConnectionID
        model = $_.Name
        manufacturer = $_.Manufacturer
        mac = $_.MACAddress
        speed = $_.Speed
        status = $_.NetConnectionStatus
        type = $_.AdapterTypeID
        physical = $_.PhysicalAdapter
        pnp = $_.PNPDeviceID
        driver = $_.ServiceName
        addresses = $setting.IPAddress
        masks = $setting.IPSubnet
        passing = @($setting.IPAddress | Where-Object { $_ -and $passing[[string]$_] })
        gateways = $setting.DefaultIPGateway
        dhcp = $setting.DHCPServer
        dns = $setting.DNSServerSearchOrder
        domain = $setting.DNSDomain
        vlan = $detail.VlanID
        team = $team.Team
        teamVlan = $team.VlanID
        members = if ($team) { @($members[[string]$team.Team] | Where-Object { $_ }) } else { $null }
        mtu = $detail.MtuSize
        fullDuplex = $detail.FullDuplex
        medium = $detail.NdisPhysicalMedium
      }
    }
  }
}
`;

/** Win32_NetworkAdapter, its configuration, and MSFT_NetAdapter. */
export interface NetworkAdapter {
  readonly name: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly mac: string;
  /** Bits a second. */
  readonly speed: number;
  /** NetConnectionStatus: 2 is connected. */
  readonly status: number;
  readonly type: number;
  readonly physical: boolean;
  readonly pnp: string;
  readonly driver: string;
  readonly addresses: readonly string[];
  /** Masks of IPv4, lengths of prefixes of IPv6. */
  readonly masks: readonly string[];
  /** Addresses that privacy extensions make up anew every day. */
  readonly passing: readonly string[];
  readonly gateways: readonly string[];
  readonly dhcp: string;
  readonly dns: readonly string[];
  readonly domain: string;
  readonly vlan: number;
  /** Of an adapter of a team: the name of the team, the VLAN where it carries one, the connections the team is made of. */
  readonly team: string;
  readonly teamVlan: number;
  readonly members: readonly string[];
  readonly mtu: number;
  readonly fullDuplex: boolean;
  /** NDIS_PHYSICAL_MEDIUM. */
  readonly medium: number;
}
