/** What the module of an engine exports as `open`: it loads what the engine needs, once, and gives the function that works. */
export type OpenEngine<Settings = never, Input = never, Output = unknown> = (
  settings: Settings,
) => Work<Input, Output> | Promise<Work<Input, Output>>

type Work<Input, Output> = (input: Input) => Output | Promise<Output>

type WorkOf<Open extends OpenEngine> = Awaited<ReturnType<Open>>
export type SettingsOf<Open extends OpenEngine> = Parameters<Open>[0]
export type InputOf<Open extends OpenEngine> = Parameters<WorkOf<Open>>[0]
export type OutputOf<Open extends OpenEngine> = Awaited<ReturnType<WorkOf<Open>>>

/** What a thread is started with. All of it can be cloned. */
export interface EngineData {
  /** URL of the module. */
  readonly module: string
  readonly settings: unknown
}

/** What became of an input. `stopped`: nothing, since it took too much time or memory. */
export type Outcome<Output> =
  | {readonly type: 'done'; readonly value: Output}
  | {readonly type: 'failed'; readonly reason: string}
  | {readonly type: 'stopped'}

/** What a thread says: that it has loaded, and then an outcome for each input in turn. */
export type EngineMessage = {readonly type: 'opened'} | Exclude<Outcome<unknown>, {type: 'stopped'}>
