import * as oidc from 'openid-client';
import type { OidcConfig } from '../../shared/sign-in-config';
import type { Attempt } from './attempt';
import { reasonOf, SignInFailure } from './failure';

const TIMEOUT_S = 8;

/** What the provider has vouched for. */
export interface Vouched {
  claims: Readonly<Record<string, unknown>>;
  idToken: string | null;
}

/**
 * The provider that people sign in with. It is asked anew what it offers, and for its keys, at each sign-in: it may be
 * down when we start, and may change its keys at any time.
 */
export class Provider {
  constructor(private readonly config: OidcConfig) {}

  /** Where the browser goes with an attempt. @throws SignInFailure */
  async authorizationUrl(attempt: Attempt, origin: string, asAnother: boolean): Promise<string> {
    const configuration = await this.discover();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${origin}/auth/callback`,
      scope: this.config.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(asAnother ? { prompt: 'login' } : {}),
    }).href;
  }

  /** Turns what the browser brought back into claims, signatures checked. @throws SignInFailure */
  async vouchedFor(attempt: Attempt, callbackUrl: URL): Promise<Vouched> {
    const configuration = await this.discover();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, callbackUrl, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignInFailure('not-accepted', 'no ID token came');
      const more = await this.moreClaims(configuration, tokens.access_token, claims);
      return { claims: { ...more, ...claims }, idToken: tokens.id_token ?? null };
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** Where the browser goes to end the provider's own session; null where it offers none, or does not answer. */
  async signOutUrl(origin: string, idToken: string | null): Promise<string | null> {
    try {
      const configuration = await this.discover();
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${origin}/`,
        ...(idToken ? { id_token_hint: idToken } : {}),
      }).href;
    } catch {
      return null;
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId } = this.config;
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const execute = [oidc.enableNonRepudiationChecks, ...insecure];
    try {
      return await oidc.discovery(new URL(issuer), clientId, undefined, this.authentication(), {
        execute,
        timeout: TIMEOUT_S,
      });
    } catch (error) {
      throw new SignInFailure('provider-down', reasonOf(error));
    }
  }

  /** By the way that the provider offers; what it says nothing of is the standard's own, the header. */
  private authentication(): oidc.ClientAuth {
    const { clientSecret } = this.config;
    if (clientSecret === null) return oidc.None();
    const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
    return (server, ...rest) => {
      const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      return (offered.includes('client_secret_basic') ? basic : post)(server, ...rest);
    };
  }

  /** Many providers tell names, addresses and groups only when they are asked for them. */
  private async moreClaims(
    configuration: oidc.Configuration,
    accessToken: string,
    claims: oidc.IDToken,
  ): Promise<Record<string, unknown>> {
    const { personClaim, rolesClaim } = this.config;
    const wanted = [personClaim, ...(rolesClaim === null ? [] : [rolesClaim, 'name', 'email'])];
    const complete = wanted.every(
      (claim) => claims[claim.split('.')[0] ?? ''] !== undefined || claims[claim] !== undefined,
    );
    if (complete || !configuration.serverMetadata().userinfo_endpoint) return {};
    return oidc.fetchUserInfo(configuration, accessToken, claims.sub);
  }
}

function asFailure(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error;
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
    return new SignInFailure('denied', 'access_denied');
  }
  const away = isNetworkError(error) || (error instanceof oidc.ResponseBodyError && error.status >= 500);
  return new SignInFailure(away ? 'provider-down' : 'not-accepted', reasonOf(error));
}

/** `fetch` throws a TypeError with the socket's error as its cause, or tells of a timeout. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'TimeoutError' ||
    error.name === 'AbortError' ||
    (error instanceof TypeError && error.cause !== undefined)
  );
}
