/**
 * Why a file that a course names is not read. `missing`: there is none; `outside`: it lies outside the course folder, or a symbolic link
 * leads there; `hidden`: a name on its path begins with a dot, as `.git/config` does; `special`: a folder, a pipe, a device, a socket;
 * `large`: no file of a course may have as many bytes; `unreadable`: the machine refuses.
 */
export type Refusal = 'missing' | 'outside' | 'hidden' | 'special' | 'large' | 'unreadable'
