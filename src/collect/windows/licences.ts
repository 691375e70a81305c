import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text } from '../sources/values.ts';
import type { Licence } from './asked/software.ts';
import { fromWindows } from './from-windows.ts';

/** Licences of Windows and Office: the channel, and of the key its last five characters, all that Windows tells. */
export const windowsLicences = fromWindows('licenseinfos', 'licences', (licences) => licences.map(licenceRow));

/** The same of Windows itself, where OCS has the key. */
export const windowsProductKey: Collector<'hardware'> = {
  ...fromWindows('hardware', 'licences', (licences) => {
    const windows = licences.find(({ ApplicationID }) => text(ApplicationID)?.toLowerCase() === WINDOWS);
    return [present({ windowsProductKey: masked(windows?.PartialProductKey) })];
  }),
  name: 'windows/product-key',
};

const WINDOWS = '55c92734-d682-4d71-983e-d6ec3f16059f';

function licenceRow(licence: Partial<Licence>): SectionRow<'licenseinfos'> {
  const channel = text(licence.ProductKeyChannel) ?? /, (\S+) channel/i.exec(text(licence.Description) ?? '')?.[1];
  return present({
    name: text(licence.Name),
    fullName: text(licence.Description),
    key: masked(licence.PartialProductKey),
    productId: text(licence.ID),
    components: channel,
    trial: channel === undefined ? undefined : /eval/i.test(`${channel} ${text(licence.Description)}`),
    oem: channel === undefined ? undefined : /^OEM/i.test(channel),
  });
}

/** As Microsoft shows a key of which it keeps the end to itself. */
function masked(key: unknown): string | undefined {
  const end = text(key)?.slice(-5);
  return end && `XXXXX-XXXXX-XXXXX-XXXXX-${end}`;
}
