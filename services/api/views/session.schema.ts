import { z } from 'zod';
import { momentView, orNull, roleView } from './common.schema';

/** Who is signed in, and where one signs in. */
export const sessionSchema = z
  .object({
    person: orNull(
      z
        .object({
          id: z.string(),
          name: z.string(),
          title: z.string(),
          roles: z.array(roleView),
          function: z.string(),
          timeZone: z.string().describe('A name of the time zone database, such as Europe/Zurich'),
        })
        .meta({ id: 'SignedInPerson' }),
    ).describe('Null where nobody is signed in'),
    signInUrl: z.string().describe('Where to go to sign in; `?return=/path` leads back'),
    configured: z.boolean().describe('Whether a provider is named to sign in with'),
    providerName: z.string(),
    demo: z.boolean(),
    expiresAt: orNull(momentView).describe('When the session ends if nothing is asked meanwhile; null without one'),
  })
  .meta({ id: 'Session' });

/** The JSON of `GET /v1/session`. */
export type SessionView = z.infer<typeof sessionSchema>;
