import { present } from '../../model/present.ts';
import { text, whole } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { type Item, item, truth } from './values.ts';

/** The battery of a portable Mac. How much it holds is told as a part of what it held when it was new. */
export const macosBatteries = fromReport('macos/batteries', 'batteries', ['SPPower'], (parts) => {
  const batteries = parts('SPPower').filter((part) => part['sppower_battery_model_info'] !== undefined);
  return batteries.map((battery) => {
    const model = item(battery['sppower_battery_model_info']);
    const charge = item(battery['sppower_battery_charge_info']);
    return present({
      name: text(model['sppower_battery_device_name']),
      manufacturer: text(model['sppower_battery_manufacturer']),
      serial: text(model['sppower_battery_serial_number']),
      charge: whole(charge['sppower_battery_state_of_charge']),
      ...wear(item(battery['sppower_battery_health_info'])),
      status: statusOf(charge),
    });
  });
});

function wear(health: Item) {
  const percent = whole(text(health['sppower_battery_health_maximum_capacity'])?.replace(/\s*%$/, ''));
  const condition = text(health['sppower_battery_health']);
  return {
    cycles: whole(health['sppower_battery_cycle_count']),
    health: [condition, percent === undefined ? undefined : `${percent} %`].filter(Boolean).join(', ') || undefined,
  };
}

function statusOf(charge: Item): string | undefined {
  if (truth(charge['sppower_battery_fully_charged'])) return 'Full';
  const isCharging = truth(charge['sppower_battery_is_charging']);
  return isCharging === undefined ? undefined : isCharging ? 'Charging' : 'Discharging';
}
