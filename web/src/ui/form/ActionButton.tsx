// A button that opens the form of a callable in a dialog, or sends it where nothing is asked.

import type { CallableName } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { say, type Text } from '../../core/words';
import { ActionForm, type ActionFormProps } from './ActionForm';
import { words } from './words';

/** A button with its form behind it. */
export interface ActionButtonProps<N extends CallableName> extends ActionFormProps<N> {
  /** Says in the dialog what will happen, and to whom: whoever clicked the wrong row sees it here. */
  readonly about?: ComponentChildren;
  /** Which action of a state machine it is; for the page and its tests to find it by. */
  readonly action?: string;
  /** How the button is drawn; a page has one that is not `secondary`. */
  readonly look?: 'primary' | 'secondary';
}

/** Opens the form; the dialog closes once it was done. */
export function ActionButton<N extends CallableName>(props: ActionButtonProps<N>): JSX.Element {
  const { callable, action, label, about, look = 'secondary', danger, of, onDone } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () => () => {
      // The step was taken, and its button goes: the focus stays in the page.
      const active = document.activeElement;
      if (active && (active === button.current || active.closest('dialog'))) {
        requestAnimationFrame(focusPage);
      }
    },
    [],
  );
  const kind = [look === 'secondary' && 'secondary', danger && 'danger'].filter(Boolean).join(' ');
  return (
    <>
      <button
        ref={button}
        type="button"
        class={kind || undefined}
        data-opens={callable}
        data-action={action}
        data-of={of}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {say(label)}
      </button>
      {open && (
        <Dialog title={label} onClose={() => setOpen(false)}>
          {about}
          <ActionForm
            {...props}
            onDone={(response, request) => {
              setOpen(false);
              onDone?.(response, request);
            }}
            beside={<CloseButton onClose={() => setOpen(false)} text={words.cancel} />}
          />
        </Dialog>
      )}
    </>
  );
}

function focusPage() {
  if (document.activeElement !== document.body) return; // it went somewhere else meanwhile
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

function CloseButton({ onClose, text }: { onClose: () => void; text: Text }) {
  return (
    <button type="button" class="secondary" data-closes onClick={onClose}>
      {say(text)}
    </button>
  );
}

/** A modal dialog: the browser keeps the focus in it and gives it back. */
export function Dialog(props: {
  readonly title: Text;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={box} aria-labelledby={title} onClose={props.onClose}>
      <article>
        <h2 id={title}>{say(props.title)}</h2>
        {props.children}
      </article>
    </dialog>
  );
}
