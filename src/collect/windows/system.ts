import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { offsetText } from '../linux/timezone.ts';
import { localMoment, moment, text } from '../sources/values.ts';
import { fromWindows } from './from-windows.ts';
import { loginsOf } from './logins.ts';
import { texts, truth } from './values.ts';

/** Domain or workgroup. */
export const windowsDomain = fromWindows('hardware', 'computer', ([computer = {}]) => [
  // Outside a domain, Domain repeats the workgroup.
  present({ workgroup: text(truth(computer.PartOfDomain) === false ? computer.Workgroup : computer.Domain) }),
]);

/** Who is logged in, and where his account lives. */
export const windowsLogins: Collector<'hardware'> = {
  name: 'windows/logins',
  section: 'hardware',
  platforms: ['win32'],
  async collect(host) {
    const logins = await loginsOf(host);
    if (!logins) return undefined;
    if (logins.missing !== undefined && logins.rows.length === 0) return { rows: [], missing: logins.missing };
    const users = logins.rows.flatMap(({ login }) => login ?? []);
    const row = present({ userDomain: logins.rows[0]?.domain, users: users.length > 0 ? users : undefined });
    return { rows: [row], ...present({ missing: logins.missing }) };
  },
};

/** Windows itself as OCS agents tell it: language, owner, product id. */
export const windowsSystem = fromWindows('hardware', 'system', ([system = {}], host) => [
  present({
    osName: text(system.caption),
    osVersion: text(system.version),
    osComments: text(system.servicePack) ?? text(system.release),
    description: text(system.description),
    installDate: localMoment(host, system.installed),
    lastUser: text(system.lastUser)?.split('\\').at(-1),
    windowsCompany: text(system.company),
    windowsOwner: text(system.owner),
    windowsProductId: text(system.productId),
    windowsLanguage: text(system.language),
  }),
]);

/** The same as GLPI agents tell it. */
export const windowsOperatingSystem: Collector<'operatingsystem'> = {
  ...fromWindows('operatingsystem', 'system', ([system = {}], host) => {
    const started = moment(system.started);
    return [
      present({
        fullName: text(system.caption),
        name: 'Windows',
        version: text(system.release) ?? text(system.version),
        build: [text(system.build), text(system.revision)].filter(Boolean).join('.'),
        servicePack: text(system.servicePack),
        kernelName: 'Windows NT',
        kernelVersion: text(system.version),
        arch: host.facts.machine,
        installDate: localMoment(host, system.installed),
        bootTime: localMoment(host, system.started),
        uptime: started === undefined ? undefined : Math.round((host.facts.now() - started) / 1000),
        language: texts(system.languages)[0],
      }),
    ];
  }),
  name: 'windows/operating-system',
};

/** Full name and DNS domain of a machine that is in a domain. */
export const windowsFullName: Collector<'operatingsystem'> = {
  ...fromWindows('operatingsystem', 'computer', ([computer = {}]) => {
    const name = text(computer.Name)?.toLowerCase();
    const dnsDomain = truth(computer.PartOfDomain) ? text(computer.Domain) : undefined;
    return [present({ fqdn: name && dnsDomain && `${name}.${dnsDomain}`, dnsDomain })];
  }),
  name: 'windows/full-name',
};

/** By the name Windows gives it in every language: `Romance Standard Time`. */
export const windowsTimezone: Collector<'timezone'> = {
  ...fromWindows('timezone', 'system', ([system = {}], host) => [
    present({ name: text(system.zone), offset: offsetText(host.facts.timezoneOffset()) }),
  ]),
  name: 'windows/timezone',
};
