import type { Collector } from '../collector.ts';
import { loggedInUsers } from './logins.ts';

/** Who is logged in, one row a person. */
export const linuxUsers: Collector<'users'> = {
  name: 'linux/users',
  section: 'users',
  platforms: ['linux'],
  async collect(host) {
    const logins = await loggedInUsers(host);
    return logins && { rows: logins.map((login) => ({ login })) };
  },
};
