import { setNonce } from 'get-nonce';

// Radix's dialogs add a style element while they are open; the policy lets only those with this page's nonce apply.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) setNonce(nonce);
