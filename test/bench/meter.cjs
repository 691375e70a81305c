// Loaded into a process that is measured: at its end it writes what it cost.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024, childFaults: childFaults() };
  writeFileSync(process.env.METER_FILE, JSON.stringify(cost));
});

// proc(5), stat, cminflt: page faults of children that ended. Every child has some, so 0 means that there was none.
function childFaults() {
  if (process.platform !== 'linux') return undefined;
  const text = readFileSync('/proc/self/stat', 'latin1');
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[8]);
}
