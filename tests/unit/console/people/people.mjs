// What the console makes of notices, preferences, searches and texts, without a page.

import { blocksOf } from '../../../../web/src/rooms/accounts/blocks';
import { scopeOf } from '../../../../web/src/rooms/consents/text';
import { pathFor } from '../../../../web/src/rooms/inbox/paths';
import { wayOf, withWay } from '../../../../web/src/rooms/own/ways';
import { beginning } from '../../../../web/src/rooms/patients/search';

const more = async () => {};
const list = (references, following) => ({
  rows: references.map((reference) => ({ id: reference, reference })),
  ended: null,
  more: following ? more : null,
});

/** The answers to what is asked, by the same names. */
export function answers({ notices, channels, changes, searches, policy, scopes }) {
  return {
    notices: notices.map(({ kind, refs, role }) => pathFor({ kind, refs }, role)),
    channels: channels.map((each) => wayOf(each ?? undefined)),
    changes: changes.map(([before, group, way]) => withWay(before, group, way)),
    searches: searches.map(([references, following, reference]) => {
      const shown = beginning(list(references, following), reference);
      return [shown.rows.map(({ id }) => id), shown.more !== null];
    }),
    policy: blocksOf(policy),
    scopes: scopes.map(scopeOf),
  };
}
