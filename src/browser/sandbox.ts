/** Why the browser runs without its sandbox: root, who cannot have one; the user asks for it; the machine allows none. */
export type NoSandbox = 'root' | 'asked' | 'unavailable'

/** Known before the browser is started. Whether a machine allows a sandbox shows only when it is tried. */
export function whyNoSandbox(): NoSandbox | undefined {
  const asked = process.env['LECTERN_NO_SANDBOX']
  if (asked && asked !== '0') return 'asked'
  return process.getuid?.() === 0 ? 'root' : undefined
}

/** Whether a browser that ended says that it found no sandbox to use (`zygote_host_impl_linux.cc`, `credentials.cc` of Chromium). */
export const saysNoSandbox = (said: string): boolean =>
  /no usable sandbox|zygote_host_impl_linux|credentials\.cc|setuid sandbox|failed to move to new namespace/iu.test(said)

const reasons: Readonly<Record<NoSandbox, string>> = {
  root: '以 root 运行时没有沙箱；换一个用户构建 / root has none; build as another user',
  asked: '设了 LECTERN_NO_SANDBOX / LECTERN_NO_SANDBOX is set',
  unavailable:
    '本机不允许；允许非特权用户命名空间 / this machine allows none; allow unprivileged user namespaces to have it',
}

/** The one line that says so. */
export const withoutSandbox = (why: NoSandbox): string =>
  `警告：浏览器没有沙箱，只构建可信的课程 / Warning: the browser runs without its sandbox, build only courses that you trust: ${reasons[why]}`
