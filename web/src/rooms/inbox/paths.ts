// Which page of the console a notice leads to, for whoever reads it.

import { pathOf, type Role } from '@scanner/client';
import { PAGES } from '../../pages';

/** The path that a notice opens, as the link of its e-mail; null where the role has no such page. */
export function pathFor(
  notice: { readonly kind: string; readonly refs: Readonly<Record<string, string>> },
  role: Role | null,
): string | null {
  const path = pathOf(notice);
  if (path === null || role === null) return null;
  const has = PAGES.some((page) => page.roles.includes(role) && matches(path, page.path));
  return has ? path : null;
}

/** Whether a path is one of a page's: part by part, `:case_id` standing for any id. */
function matches(path: string, pattern: string): boolean {
  const [own, parts] = [path.split('/'), pattern.split('/')];
  return (
    own.length === parts.length &&
    parts.every((part, index) => part.startsWith(':') || part === own[index])
  );
}
