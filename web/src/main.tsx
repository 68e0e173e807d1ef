// Where the console begins.

import '@fontsource/noto-sans-devanagari/devanagari-400.css';
import '@fontsource/noto-sans-devanagari/devanagari-600.css';
import '@picocss/pico/css/pico.min.css';
import './ui/console.css';
import { render } from 'preact';
import { App } from './app';
import { start } from './core/scanner';
import { followSession } from './core/session';
import { say } from './core/words';
import { followLanguage } from './rooms/own/language';
import { Empty } from './ui/List';
import { words } from './ui/words';

const root = document.getElementById('app') as HTMLElement;

async function begin(): Promise<void> {
  try {
    await start();
  } catch {
    render(
      <main>
        <Empty text={words.notStarted}>
          <button type="button" onClick={() => void begin()}>
            {say(words.reload)}
          </button>
        </Empty>
      </main>,
      root,
    );
    return;
  }
  followSession();
  followLanguage();
  render(<App />, root);
}

void begin();
