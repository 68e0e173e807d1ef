import { render } from 'preact';

render(<h1>Scanner</h1>, document.getElementById('app') as HTMLElement);
