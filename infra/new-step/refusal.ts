/** Why a step cannot be made or taken out: told as it is, with nothing written. */
export class Refusal extends Error {
  override name = 'Refusal';
}
