// The one place from which anything is changed: a form of a callable, drawn from its declaration.

import {
  type AnyError,
  type CallableName,
  type CallableRequests,
  type CallableResponses,
  callableOf,
  FIELDS,
  isScannerError,
} from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Offline, online } from '../../core/connection';
import { keyOf, renewKeys } from '../../core/keys';
import { scanner } from '../../core/scanner';
import { forgetTyped, keepTyped, typedIn } from '../../core/typed';
import { say, type Text } from '../../core/words';
import { FaultNote } from '../Fault';
import { type Changes, FormField } from './Control';
import {
  type Fields,
  type Problems,
  problemsOf,
  requestOf,
  toldOf,
  type Value,
  type Values,
  without,
} from './values';
import { words } from './words';

/** A form of a callable. */
export interface ActionFormProps<N extends CallableName> extends Changes {
  readonly callable: N;
  /** What the page knows already; not asked. */
  readonly given?: Partial<CallableRequests[N]>;
  /** The fields that are asked, in this order; all that is not given where left out. */
  readonly ask?: readonly (keyof CallableRequests[N] & string)[];
  /** Fields that have to be filled in here, though the callable takes others in their place. */
  readonly needed?: readonly (keyof CallableRequests[N] & string)[];
  /** What stands in the form at first. */
  readonly start?: Values;
  /** What the button says. */
  readonly label: Text;
  /** The last change before it is sent, such as what follows from several fields. */
  readonly shape?: (request: Record<string, unknown>) => Record<string, unknown>;
  /** What the form is told when it was done; the form begins anew. */
  readonly onDone?: (response: CallableResponses[N], request: CallableRequests[N]) => void;
  /** What was sent stays in the form: it shows what is stored, and is no form for the next one. */
  readonly keeps?: boolean;
  /** Begins anew each time: controls of the page's own hold more than their values. */
  readonly afresh?: boolean;
  /** What is said when it was done. */
  readonly done?: Text;
  /** What else changes with a change, such as the end of a time with its beginning. */
  readonly follow?: (changed: Values, before: Values) => Values;
  /** Told of each change. */
  readonly onValues?: (values: Values) => void;
  /** Told of a refusal; true where the page shows it by itself. */
  readonly onFault?: (error: AnyError) => boolean;
  /** Something that cannot be undone: the button is drawn so. */
  readonly danger?: boolean;
  /** Which of the page's forms of this callable it is, such as an id; in no other way told apart. */
  readonly of?: string;
  /** Stands above the button. */
  readonly children?: ComponentChildren;
  /** Stands beside the button. */
  readonly beside?: ComponentChildren;
  /** Something stands in controls of the page's own: leaving the console asks first. */
  readonly filled?: boolean;
  /** What is still missing for it to be sent, besides its fields. */
  readonly ready?: true | Text;
}

type Step = 'open' | 'sending' | 'done';

/** The second press of a double tap may come after the first one was answered, in milliseconds. */
const DOUBLE_TAP = 700;

/**
 * Sends a callable once for what a person asked, however often the button is pressed: under a key
 * that stays while the request is the same, through lost answers and reloads. What was typed stays
 * until it is done, for whoever closes the dialog or the page and comes back, too.
 */
export function ActionForm<N extends CallableName>(props: ActionFormProps<N>): JSX.Element {
  const { callable, given = {}, start = {}, danger, onDone } = props;
  const unique = useId();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const doneAt = useRef(Number.NEGATIVE_INFINITY);
  const alive = useRef(true);
  const [place] = useState(() => placeOf(props));
  const [values, setValues] = useState<Values>(
    () => (place ? typedIn<Values>(place) : null) ?? start,
  );
  const [step, setStep] = useState<Step>('open');
  const [problems, setProblems] = useState<Problems>({});
  const [fault, setFault] = useState<unknown>(null);
  const [missing, setMissing] = useState<Text | null>(null);
  const touched = useRef(values !== start);
  const fields = asked(props);
  const identity = `${callable} ${props.of ?? ''}`;

  useEffect(() => {
    if (touched.current) props.onValues?.(values);
    return () => {
      alive.current = false;
    };
  }, []);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (touched.current || props.filled) event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [props.filled]);

  const change = (name: string, value: Value) => {
    const own = { ...values, [name]: value };
    const changed = props.follow?.(own, values) ?? own;
    touched.current = true;
    doneAt.current = Number.NEGATIVE_INFINITY;
    if (place) keepTyped(place, changed);
    setValues(changed);
    setStep('open');
    setProblems((known) => without(known, name));
    props.onValues?.(changed);
  };

  const refused = (found: Problems) => {
    setProblems(found);
    setFault(null);
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .problem')?.focus();
    });
  };

  const send = async (event: Event) => {
    event.preventDefault();
    if (sending.current || performance.now() < doneAt.current + DOUBLE_TAP) return;
    const found = problemsOf(fields, values);
    const unready = props.ready === true ? null : (props.ready ?? null);
    setMissing(unready);
    if (Object.keys(found).length > 0) return refused(found);
    if (unready !== null) return;
    const built = { ...requestOf(fields, values), ...given };
    const request = (props.shape?.(built) ?? built) as CallableRequests[N];
    sending.current = true;
    setProblems({});
    setFault(null);
    setStep('sending');
    try {
      if (!online.value) throw new Offline();
      const key = await keyOf(identity, callable, request);
      const response = await callableOf(scanner(), callable)({ ...request, idempotency_key: key });
      renewKeys(identity);
      touched.current = false;
      if (place) forgetTyped(place);
      if (alive.current) {
        doneAt.current = performance.now();
        if (!props.keeps) setValues(start);
        setStep('done');
      }
      onDone?.(response, request);
    } catch (cause) {
      if (!alive.current) return;
      setStep('open');
      const shown = isScannerError(cause) && props.onFault?.(cause) === true;
      const told = isScannerError(cause) ? toldOf(cause, fields) : {};
      if (Object.keys(told).length > 0) refused(told);
      else if (!shown) setFault(cause);
    } finally {
      sending.current = false;
    }
  };

  return (
    <form
      ref={form}
      noValidate
      data-callable={callable}
      data-of={props.of}
      data-done={step === 'done' || undefined}
      aria-busy={step === 'sending'}
      onSubmit={send}
    >
      {Object.entries(fields).map(([name, field]) => (
        <FormField
          key={name}
          form={unique}
          name={name}
          within={callable}
          path={name}
          field={field}
          value={values[name]}
          onChange={(value) => change(name, value)}
          problems={problems}
          changes={props}
        />
      ))}
      {props.children}
      <div aria-live="polite">
        {Object.keys(problems).length > 0 && <p class="problem">{say(words.correct)}</p>}
        {missing && props.ready !== true && <p class="problem">{say(missing)}</p>}
        {step === 'done' && <p class="done">{say(props.done ?? words.done)}</p>}
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      <div class="actions">
        <button
          type="submit"
          class={danger ? 'danger' : undefined}
          aria-disabled={step === 'sending' || undefined}
        >
          {say(step === 'sending' ? words.sending : props.label)}
        </button>
        {props.beside}
      </div>
    </form>
  );
}

/**
 * Where what is typed is kept: with the page, the form, and whom or what it is about; none for a
 * form that shows what is stored.
 */
function placeOf<N extends CallableName>(props: ActionFormProps<N>): string | null {
  if (props.keeps || props.afresh) return null;
  const { callable, of, given, choices } = props;
  return JSON.stringify([location.pathname, callable, of, given, choices]);
}

function asked<N extends CallableName>(props: ActionFormProps<N>): Fields {
  const { callable, given = {}, ask, needed } = props;
  const all = FIELDS[callable] as Fields;
  const names: readonly string[] = ask ?? Object.keys(all).filter((name) => !(name in given));
  const must = (name: string) => (needed as readonly string[] | undefined)?.includes(name);
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = all[name];
      return field ? [[name, must(name) ? { ...field, required: true } : field]] : [];
    }),
  );
}
