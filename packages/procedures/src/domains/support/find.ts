import type { User } from '@account/logto-mgmt';
import { columns } from '../../policy/identifiers.ts';
import type { PersonContext } from '../../trpc/context.ts';
import type { SupportField, SupportFound, SupportPerson, SupportSearch } from './schemas.ts';

/** Where Logto keeps what people are looked for by. */
const fields = { ...columns, id: 'id', name: 'name' } as const;

/** Who it could be. `GET /api/users` */
export async function findPeople(
  { services }: PersonContext,
  { by, text, page, pageSize }: SupportSearch,
): Promise<SupportFound> {
  const { items, totalCount } = await services.logto.users.find({
    text: by === undefined ? text : asStored(by, text),
    ...(by && { field: fields[by], isWhole: by !== 'name' }),
    page,
    pageSize,
  });
  return { people: items.map(toPerson), totalCount };
}

/** Phone numbers are written in many ways and kept in one. */
function asStored(by: SupportField, text: string) {
  return by === 'phone' ? text.replaceAll(/\D/g, '') || text : text;
}

export function toPerson(user: User): SupportPerson {
  const { id, name, avatar, username, createdAt, lastSignInAt, isSuspended } = user;
  const { primaryEmail: email, primaryPhone: phone } = user;
  return { id, name, avatar, username, email, phone, createdAt, lastSignInAt, isSuspended };
}
