// The whole console: the page that fits who is signed in, in the frame that all pages share.

import type { ComponentType, JSX } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import type { Page, PageProps } from './core/pages';
import { role, session } from './core/session';
import { say, type Text } from './core/words';
import { PAGES } from './pages';
import { Arrival } from './rooms/accounts/Arrival';
import { Heading } from './ui/Facts';
import { Frame } from './ui/Frame';
import { Empty, Waiting } from './ui/List';
import { words } from './ui/words';

/** Everything on the screen. */
export function App(): JSX.Element {
  return (
    <LocationProvider>
      <Content />
    </LocationProvider>
  );
}

function Content() {
  const { step } = session.value;
  if (step === 'starting') return <Waiting />;
  const own = role.value;
  if (step !== 'active' || own === null) {
    return (
      <Frame pages={[]}>
        <Arrival />
      </Frame>
    );
  }
  const pages = PAGES.filter(({ roles }) => roles.includes(own));
  return (
    <Frame pages={pages}>
      <Pages key={own} pages={pages} />
    </Frame>
  );
}

function Pages({ pages }: { pages: readonly Page[] }) {
  const [failed, reset] = useErrorBoundary();
  const { path } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else focusHeading();
    reset(); // what one page failed with is not another one's
  }, [path]);
  if (failed) return <NotShown text={words.crashed} />;
  return (
    <Router>
      {pages.map((page) => (
        <Route key={page.path} path={page.path} component={componentOf(page)} />
      ))}
      <Route default component={NoPage} />
    </Router>
  );
}

const components = new Map<Page, ComponentType<PageProps>>();

/** One component for each page, for as long as the console is open; of one id after another anew. */
function componentOf(page: Page): ComponentType<PageProps> {
  const known = components.get(page);
  if (known) return known;
  // A chunk of a release before is gone, and the router's `lazy` shows nothing of a refusal.
  const Loaded = lazy(() =>
    page.load().catch(() => {
      components.delete(page); // whoever comes back to it has it loaded again
      return { default: NotLoaded };
    }),
  );
  const made = (props: PageProps) => {
    useEffect(() => {
      document.title = `${say(page.title)} · ${say(words.scanner)}`;
    });
    const params = props.params ?? {};
    return <Loaded key={JSON.stringify(params)} params={params} />;
  };
  components.set(page, made);
  return made;
}

/** Readers of a screen hear the new page: its heading is there as soon as its chunk is. */
function focusHeading() {
  const look = (left: number) => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading) heading.focus({ preventScroll: true });
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  scrollTo(0, 0);
  look(60);
}

/** A chunk that is not there: of a release before, or without a connection. */
const NotLoaded = () => <NotShown text={words.newVersion} />;

function NotShown({ text }: { text: Text }) {
  return (
    <Empty text={text}>
      <button type="button" onClick={() => location.reload()}>
        {say(words.reload)}
      </button>
    </Empty>
  );
}

function NoPage() {
  useEffect(() => {
    document.title = `${say(words.noPage)} · ${say(words.scanner)}`;
  });
  return (
    <>
      <Heading title={words.noPage} />
      <p>
        <a href="/">{say(words.home)}</a>
      </p>
    </>
  );
}
