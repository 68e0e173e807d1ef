// Which page admins have of a document.

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
  const page = Object.hasOwn(PAGES, collection) ? PAGES[collection] : undefined;
  return page && id && below.length === 0 ? `${page}/${id}` : null;
}
