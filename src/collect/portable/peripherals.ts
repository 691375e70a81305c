import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { withoutLogin } from '../sources/uri.ts';
import { ask, known, knownText } from './functions.ts';
import { portablePlatforms, portablePlatformsAndWindows } from './platforms.ts';

/** Graphics adapters. */
export const portableVideos: Collector<'videos'> = {
  name: 'portable/videos',
  section: 'videos',
  platforms: portablePlatforms,
  async collect(host) {
    const controllers = (await ask(host, 'graphics'))?.controllers;
    const rows = controllers?.map(({ model, vendor, vram, driverVersion }) =>
      present({
        name: knownText(model),
        chipset: knownText(vendor),
        memory: known(vram),
        driverVersion: knownText(driverVersion),
      }),
    );
    return rows && { rows };
  },
};

/** Monitors. */
export const portableMonitors: Collector<'monitors'> = {
  name: 'portable/monitors',
  section: 'monitors',
  platforms: portablePlatforms,
  async collect(host) {
    const displays = (await ask(host, 'graphics'))?.displays;
    const rows = displays?.map(({ model, vendor, connection, productionYear, serial }) =>
      present({
        caption: knownText(model),
        manufacturer: knownText(vendor),
        port: knownText(connection),
        description: known(productionYear)?.toString(),
        serial: knownText(serial),
      }),
    );
    return rows && { rows };
  },
};

/** USB devices. */
export const portableUsbDevices: Collector<'usbdevices'> = {
  name: 'portable/usb-devices',
  section: 'usbdevices',
  platforms: portablePlatforms,
  async collect(host) {
    const devices = await ask(host, 'usb');
    const rows = devices?.map(({ name, manufacturer, type, serialNumber }) =>
      present({
        description: knownText(name),
        manufacturer: knownText(manufacturer),
        type: knownText(type),
        serial: knownText(serialNumber),
      }),
    );
    return rows && { rows };
  },
};

/** Printers. */
export const portablePrinters: Collector<'printers'> = {
  name: 'portable/printers',
  section: 'printers',
  platforms: portablePlatforms,
  async collect(host) {
    const printers = await ask(host, 'printer');
    const rows = printers?.map(({ name, model, uri, shared, status }) =>
      present({
        name: knownText(name),
        driver: knownText(model),
        port: uri ? withoutLogin(uri) : undefined,
        shared,
        status: knownText(status),
      }),
    );
    return rows && { rows };
  },
};

/** Sound cards. */
export const portableSounds: Collector<'sounds'> = {
  name: 'portable/sounds',
  section: 'sounds',
  platforms: portablePlatformsAndWindows,
  async collect(host) {
    const cards = await ask(host, 'audio');
    const rows = cards?.map(({ name, manufacturer, type }) =>
      present({ name: knownText(name), manufacturer: knownText(manufacturer), description: knownText(type) }),
    );
    return rows && { rows };
  },
};

/** Batteries. Capacities count only where they are in mWh. */
export const portableBatteries: Collector<'batteries'> = {
  name: 'portable/batteries',
  section: 'batteries',
  platforms: portablePlatformsAndWindows,
  async collect(host) {
    const battery = await ask(host, 'battery');
    if (!battery?.hasBattery) return battery && { rows: [] };
    const capacity = (value: number) => (battery.capacityUnit === 'mWh' ? known(value) : undefined);
    const volts = known(battery.voltage);
    const row = present({
      description: knownText(battery.model),
      manufacturer: knownText(battery.manufacturer),
      serial: knownText(battery.serial),
      chemistry: knownText(battery.type),
      designCapacity: capacity(battery.designedCapacity),
      realCapacity: capacity(battery.maxCapacity),
      designVoltage: volts && Math.round(volts * 1000),
      charge: known(battery.percent),
      cycles: known(battery.cycleCount),
    });
    return { rows: [row] };
  },
};
