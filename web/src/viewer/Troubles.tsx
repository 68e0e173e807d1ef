// What lies over the picture: how far scans have come, and why they are not there, with a way on.

import { isScannerError, messageOf } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language, say } from '../core/words';
import { SurfaceFault } from './engine/surface';
import type { Scans, Surface } from './useScans';
import { faults, words } from './words';

interface TroublesProps extends Pick<Scans, 'loading' | 'noWebGL' | 'again'> {
  readonly surfaces: readonly Surface[];
  readonly picture: (() => Promise<string | null>) | undefined;
}

/** A line for each scan that is not shown yet, and what there is where nothing is shown in 3D. */
export function Troubles(props: TroublesProps): JSX.Element {
  const { surfaces, loading, noWebGL, again, picture } = props;
  if (noWebGL) {
    return (
      <div class="fault" role="alert">
        <p>{say(words.noWebGL)}</p>
        {picture && <Picture picture={picture} />}
      </div>
    );
  }
  const waiting = surfaces.filter(({ id }) => loading[id]?.step !== 'ready');
  return (
    <div class="troubles" aria-busy={waiting.some(({ id }) => loading[id]?.step !== 'failed')}>
      {waiting.map((surface) => {
        const { id, name } = surface;
        const state = loading[id];
        if (state?.step === 'failed') {
          return (
            <div class="fault" role="alert" key={id} data-viewer={`fault-${id}`}>
              <p>{say(words.failed, { name, why: sentence(state.fault) })}</p>
              <button
                type="button"
                class="secondary"
                data-viewer={`again-${id}`}
                onClick={() => again(surface)}
              >
                {say(words.again)}
              </button>
            </div>
          );
        }
        const { loaded = 0, size = null } = state?.step === 'loading' ? state : {};
        return (
          <label key={id}>
            {say(words.loading, { name })}
            <progress {...(size === null ? {} : { value: loaded, max: size })} />
          </label>
        );
      })}
    </div>
  );
}

function sentence(fault: unknown): string {
  if (isScannerError(fault)) return messageOf(fault, language.value);
  return say(faults[fault instanceof SurfaceFault ? fault.fault : 'lost']);
}

/** The gate's picture of the scan, by a link that is asked for now. */
function Picture({ picture }: { picture: () => Promise<string | null> }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let ended = false;
    picture().then(
      (link) => !ended && setUrl(link),
      () => {},
    );
    return () => {
      ended = true;
    };
  }, []);
  return url && <img src={url} alt={say(words.picture)} referrerPolicy="no-referrer" />;
}
