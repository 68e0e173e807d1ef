// The frame of all pages: the name, the navigation, the language, and what concerns the whole device.

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { clockBehind, TOLERATED } from '../core/clock';
import { online } from '../core/connection';
import type { NavPart, Page } from '../core/pages';
import { session, signOut } from '../core/session';
import { chooseLanguage, language, say } from '../core/words';
import { InboxLink } from '../rooms/inbox/InboxLink';
import { words } from './words';

/** Draws the frame around a page; `pages` are those that the reader has. */
export function Frame(props: { pages: readonly Page[]; children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { url } = useLocation();
  const { step } = session.value;
  useEffect(() => setOpen(false), [url]);
  useEffect(() => {
    document.documentElement.lang = language.value;
  });
  return (
    <>
      <a class="skip" href="#main">
        {say(words.skip)}
      </a>
      <header class="bar">
        <a href="/" class="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{say(words.scanner)}</span>
        </a>
        <div class="actions">
          {step === 'active' && <InboxLink />}
          <button
            type="button"
            class="quiet"
            lang={language.value === 'en' ? 'hi' : 'en'}
            data-language={language.value === 'en' ? 'hi' : 'en'}
            onClick={() => chooseLanguage(language.value === 'en' ? 'hi' : 'en')}
          >
            {say(words.language)}
          </button>
          {step !== 'signed-out' && step !== 'starting' && (
            // On a phone it is at the end of the menu, where no thumb meets it by chance.
            <SignOut look={props.pages.length > 0 ? 'quiet wide' : 'quiet'} />
          )}
          {props.pages.length > 0 && (
            <button
              type="button"
              class="quiet menu"
              aria-expanded={open}
              aria-controls="navigation"
              onClick={() => setOpen(!open)}
            >
              {say(words.menu)}
            </button>
          )}
        </div>
      </header>
      <Notes />
      <div class="columns">
        {props.pages.length > 0 && <Navigation pages={props.pages} open={open} />}
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </>
  );
}

function SignOut({ look }: { look: string }) {
  return (
    <button type="button" class={look} data-sign-out onClick={() => void signOut()}>
      {say(words.signOut)}
    </button>
  );
}

/** What concerns the whole device. */
function Notes() {
  const behind = clockBehind();
  const minutes = Math.round(Math.abs(behind) / 60_000);
  return (
    <div aria-live="polite">
      {!online.value && <p class="note">{say(words.offline)}</p>}
      {Math.abs(behind) > TOLERATED && <p class="note">{say(words.clockOff, { minutes })}</p>}
    </div>
  );
}

const PARTS: readonly NavPart[] = ['work', 'people', 'money', 'privacy', 'system', 'own'];

function Navigation({ pages, open }: { pages: readonly Page[]; open: boolean }) {
  const { path } = useLocation();
  const listed = pages.filter(({ nav }) => nav !== undefined);
  return (
    <nav id="navigation" aria-label={say(words.navigation)} class={open ? 'open' : undefined}>
      {PARTS.map((part) => {
        const own = listed
          .filter(({ nav }) => nav?.part === part)
          .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
        if (own.length === 0) return null;
        return (
          <div key={part}>
            <p>{say(words.parts[part])}</p>
            <ul>
              {own.map((page) => (
                <li key={page.path}>
                  <a href={page.path} aria-current={isOpen(page.path, path) ? 'page' : undefined}>
                    {say(page.title)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <SignOut look="quiet leave" />
    </nav>
  );
}

const isOpen = (own: string, path: string) =>
  path === own || (own !== '/' && path.startsWith(`${own}/`));
