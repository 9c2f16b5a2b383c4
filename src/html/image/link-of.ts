import type {Resource} from '../../model/course.ts'
import {safeExternalUrl} from '../../model/safe-url.ts'
import type {RenderContext} from '../render-context.ts'

/** Where a picture is that another stands in for, so that readers of a screen can look at it; paper shows its address. */
export function linkOf(resource: Resource | undefined, {medium}: RenderContext): string | undefined {
  return resource?.standsFor === undefined || medium === 'page' ? undefined : safeExternalUrl(resource.standsFor)
}
