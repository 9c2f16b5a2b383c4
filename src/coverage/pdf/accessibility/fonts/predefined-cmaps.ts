/** The predefined CMaps (ISO 32000-1, 9.7.5.2, table 118), by the character collection of each; writing across and down. */
const both = (...names: readonly string[]) => names.flatMap((name) => [`${name}-H`, `${name}-V`])

const collections: Readonly<Record<string, readonly string[]>> = {
  GB1: both('GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'),
  CNS1: both('B5pc', 'HKscs-B5', 'ETen-B5', 'ETenms-B5', 'CNS-EUC', 'UniCNS-UCS2', 'UniCNS-UTF16'),
  Japan1: [
    ...both('90ms-RKSJ', '90msp-RKSJ', 'Add-RKSJ', 'EUC', 'Ext-RKSJ', 'UniJIS-UCS2', 'UniJIS-UCS2-HW', 'UniJIS-UTF16'),
    '83pv-RKSJ-H',
    '90pv-RKSJ-H',
    'H',
    'V',
  ],
  Korea1: [...both('KSC-EUC', 'KSCms-UHC', 'KSCms-UHC-HW', 'UniKS-UCS2', 'UniKS-UTF16'), 'KSCpc-EUC-H'],
  Identity: both('Identity'),
}

export const isPredefined = (name: string): boolean => collectionOf(name) !== ''

/** Ordering of the collection that a predefined CMap is for (the registry is Adobe); empty for any other CMap. */
export function collectionOf(name: string): string {
  return Object.entries(collections).find(([, names]) => names.includes(name))?.[0] ?? ''
}
