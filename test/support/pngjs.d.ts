declare module 'pngjs' {
  export interface Picture {
    readonly width: number
    readonly height: number
    /** Red, green, blue, opacity of each pixel, row by row. */
    readonly data: Uint8Array
  }
  export const PNG: {
    new (size: {readonly width: number; readonly height: number}): Picture
    readonly sync: {
      readonly read: (png: Uint8Array) => Picture
      readonly write: (picture: Picture) => Uint8Array
    }
  }
}
