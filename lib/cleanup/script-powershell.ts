import { placeArguments } from '@/lib/export/cli-call';
import { SHELLS } from '@/lib/export/shells';
import type { ScriptParts } from './script-parts';

/** The same facts as in the script for a POSIX shell, in the order of their bytes. */
const FACTS = `  function Get-Facts($Answer) {
    $facts = [System.Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
    foreach ($e in @(($Answer | ConvertFrom-Json).NetworkInterfaceSets.NetworkInterfaceSet)) {
      $ips = @($e.PrivateIpSets.PrivateIpSet)
      $found = [ordered]@{
        status = @($e.Status); instance = @($e.InstanceId) + @($e.Attachment.InstanceId)
        eip = @($e.AssociatedPublicIp.PublicIpAddress) + @($ips.AssociatedPublicIp.PublicIpAddress)
        ip = @($e.PrivateIpAddress) + @($ips.PrivateIpAddress) + @($e.Ipv6Sets.Ipv6Set.Ipv6Address)
        prefix = @($e.Ipv4PrefixSets.Ipv4PrefixSet.Ipv4Prefix) + @($e.Ipv6PrefixSets.Ipv6PrefixSet.Ipv6Prefix)
      }
      foreach ($name in $found.Keys) {
        foreach ($value in $found[$name]) {
          if ($value -and $value -cnotin 'null', 'hide') { [void]$facts.Add("$name=$value") }
        }
      }
    }
    $facts -join ' '
  }`;

const RELEASE = `  function Invoke-Release($Eni, $Was) {
    $answer = Invoke-Ecs 'DescribeNetworkInterfaces' '--NetworkInterfaceId.1' $Eni
    if ($LASTEXITCODE -ne 0) { $count.skipped++; Write-Warning "skipped \${Eni}: it could not be read"; return }
    try { $now = Get-Facts $answer } catch { $count.skipped++; Write-Warning "skipped \${Eni}: it could not be read"; return }
    if (-not $now) { $now = 'gone' }
    if ($now -cne $Was) { $count.skipped++; Write-Warning "skipped \${Eni}: now $now, was $Was"; return }
    [void](Invoke-Ecs 'DeleteNetworkInterface' '--NetworkInterfaceId' $Eni)
    if ($LASTEXITCODE -eq 0) { $count.released++; "released $Eni"; return }
    $count.failed++; Write-Warning "failed \${Eni}: the cloud did not delete it"
  }`;

/** The script for Windows PowerShell 5.1 and later. It runs in its own block and changes no setting of the session. */
export function powershellScript({ head, profile, region, steps }: ScriptParts): string {
  const words = placeArguments({ profile, region }).map(SHELLS.powershell.word).join(' ');
  return [
    '& {',
    ...head.map((line) => `  # ${line}`),
    '  function Invoke-Steps {',
    ...steps.flatMap(({ id, facts, comment }) => [
      `    # ${comment}`,
      `    Invoke-Release '${id}' '${facts}'`,
    ]),
    '  }',
    '  Set-StrictMode -Off',
    "  $ErrorActionPreference = 'Stop'",
    '  $count = @{ released = 0; skipped = 0; failed = 0 }',
    `  function Invoke-Ecs { (& aliyun ecs @args ${words}) -join ' ' }`,
    FACTS,
    RELEASE,
    '  Invoke-Steps',
    '  "released $($count.released), skipped $($count.skipped), failed $($count.failed)"',
    '}',
    '',
  ].join('\n');
}
