import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { attribute } from '../sources/text.ts';

/** What can be measured, not the values: chips that watch the hardware, and light and motion sensors. */
export const linuxSensors: Collector<'sensors'> = {
  name: 'linux/sensors',
  section: 'sensors',
  platforms: ['linux'],
  async collect(host) {
    const chips = await devicesIn(host, '/sys/class/hwmon');
    if (!chips) return undefined;
    const motion = (await devicesIn(host, '/sys/bus/iio/devices'))?.filter((name) => name.startsWith('iio:')) ?? [];
    const folders = [
      ...chips.map((chip) => `/sys/class/hwmon/${chip}`),
      ...motion.map((device) => `/sys/bus/iio/devices/${device}`),
    ];
    return { rows: distinct((await Promise.all(folders.map((folder) => sensorRows(host, folder)))).flat()) };
  },
};

/** One row a kind of measure that a chip makes: `temp1_input`, `in_illuminance_raw` … */
async function sensorRows(host: Host, folder: string): Promise<readonly SectionRow<'sensors'>[]> {
  const name = await attribute(host, `${folder}/name`);
  const files = (await host.list(folder)) ?? [];
  const types = KINDS.filter(([pattern]) => files.some((file) => pattern.test(file))).map(([, type]) => type);
  return types.map((type) => present({ name, type }));
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^temp\d+_input$/, 'Temperature'],
  [/^fan\d+_input$/, 'Fan'],
  [/^in\d+_input$/, 'Voltage'],
  [/^curr\d+_input$/, 'Current'],
  [/^power\d+_(?:input|average)$/, 'Power'],
  [/^humidity\d+_input$/, 'Humidity'],
  [/^in_accel/, 'Accelerometer'],
  [/^in_anglvel/, 'Gyroscope'],
  [/^in_magn/, 'Magnetometer'],
  [/^in_(?:illuminance|intensity)/, 'Light'],
  [/^in_proximity/, 'Proximity'],
];

/** Two disks of a kind have the same chip. */
function distinct(rows: readonly SectionRow<'sensors'>[]): readonly SectionRow<'sensors'>[] {
  return [...new Map(rows.map((row) => [`${row.name} ${row.type}`, row])).values()];
}
