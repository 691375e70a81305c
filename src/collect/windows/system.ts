import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { offsetText } from '../linux/timezone.ts';
import { fromWindows } from './from-windows.ts';
import { localMoment, moment, text, texts, truth } from './values.ts';

/** Domain or workgroup, and who sits at the machine. */
export const windowsDomain = fromWindows('hardware', 'computer', ([computer = {}]) => {
  const [user, userDomain] = (text(computer.UserName) ?? '').split('\\').toReversed();
  // Outside a domain, Domain repeats the workgroup.
  const workgroup = text(truth(computer.PartOfDomain) === false ? computer.Workgroup : computer.Domain);
  return [present({ workgroup, userDomain, users: user ? [user] : undefined })];
});

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
