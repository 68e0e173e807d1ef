// A document that something was done to: a link where an admin has a page of it, its path where not.

import type { JSX } from 'preact';

/** The pages of admins by the collection of what they show. */
const PAGES: Readonly<Record<string, string>> = {
  users: '/accounts',
  visits: '/visits',
  orders: '/orders',
  tickets: '/support',
  privacy_requests: '/privacy',
  access_reviews: '/reviews',
  payouts: '/payouts',
  clinics: '/organisations',
  labs: '/organisations',
};

/** The page of a document by its path; null where there is none. */
export function pageOf(path: string): string | null {
  const [collection = '', id, ...below] = path.split('/');
  const page = PAGES[collection];
  return page && id && below.length === 0 ? `${page}/${id}` : null;
}

/** Shows the path of a document. */
export function Subject({ path }: { path: string }): JSX.Element {
  const page = pageOf(path);
  return page ? (
    <a class="path" href={page}>
      {path}
    </a>
  ) : (
    <span class="path">{path}</span>
  );
}
