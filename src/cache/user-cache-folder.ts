import {homedir} from 'node:os'
import path from 'node:path'

/** lectern's folder in the user's cache, by the platform's custom (XDG on Linux); empty where there is no home folder to have one in. */
export function userCacheFolder(): string {
  try {
    return platformFolder()
  } catch {
    // A user that is in no list, as in containers, without HOME (uv_os_homedir).
    return ''
  }
}

function platformFolder(): string {
  const {LOCALAPPDATA: local, XDG_CACHE_HOME: xdg} = process.env
  if (process.platform === 'win32' && local) return path.join(local, 'lectern', 'Cache')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'lectern')
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache'), 'lectern')
}
