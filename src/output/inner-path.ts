/** Whether a path with `/` names a file below a folder and nothing else: a marker may come with a course, which is untrusted. */
export function isInnerPath(file: string): boolean {
  const parts = file.split('/')
  const isPart = (part: string) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/u.test(part)
  return parts.every((part) => isPart(part)) && parts[0] !== workFolder
}

/** In the output folder, while a build is under way: staging folders, the lock, and the journal. */
export const workFolder = '.lectern'
