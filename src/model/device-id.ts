const MAX_LENGTH = 255;
/** What a file, a terminal or a URL could take for something else; U+FFFD stands where an XML parser found such. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd/\\]/;
/** OCS protocol section 5.1: a host name, and the local time of the agent's first run. */
const OCS_FORM = /^(.+)-\d{4}(?:-\d\d){5}$/;

/** Whether a text can name a machine, whatever protocol it came by. */
export function isDeviceId(text: string): boolean {
  return text.length > 0 && text.length <= MAX_LENGTH && !UNSAFE.test(text);
}

/** A text as a part of a device id: what none may hold becomes `_`. */
export function deviceIdPart(text: string): string {
  return text.replace(new RegExp(UNSAFE, 'g'), '_');
}

/** Whether an id is `HOST-YYYY-MM-DD-hh-mm-ss`, the only form the OCS protocol has. */
export function isOcsDeviceId(id: string): boolean {
  return OCS_FORM.test(id);
}

/** The host name in an id of the OCS protocol; undefined in any other. */
export function hostOfDeviceId(id: string): string | undefined {
  return OCS_FORM.exec(id)?.[1];
}
