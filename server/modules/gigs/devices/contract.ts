/** Shapes of a station's devices, shared with its pages. Moments are ISO 8601. */

export type DeviceKind = 'kiosk' | 'screen';

export type Device = {
  readonly device: string;
  /** As the officers call it: 门口左边. */
  readonly name: string;
  readonly kind: DeviceKind;
  readonly setUpAt: string;
  readonly endedAt: string | null;
};

/** `GET /api/gig-stations/:station/devices`: those in use first. */
export type DeviceList = { readonly devices: readonly Device[] };
