import {expect, test} from 'vitest'
import {startEngine} from '../../src/engines/start-engine.ts'
import type {open} from './spoilt-engine.ts'

const startSpoilt = (settings: Parameters<typeof open>[0], seconds: number, signal?: AbortSignal) =>
  startEngine<typeof open>({module: new URL('spoilt-engine.ts', import.meta.url).href, settings, seconds, signal})

test('inputs are answered in order, also behind one that fails and one that is stopped', async () => {
  await using engine = startSpoilt('soundly', 1)
  const inputs = ['a', 'throw', 'for ever', 'b', 'deep', 'c']
  const outcomes = await Promise.all(inputs.map((input) => engine.run(input)))
  expect(outcomes).toEqual([
    {type: 'done', value: 'A'},
    {type: 'failed', reason: 'not understood'},
    {type: 'stopped'},
    {type: 'done', value: 'B'},
    {type: 'failed', reason: 'Maximum call stack size exceeded'},
    {type: 'done', value: 'C'},
  ])
  expect(await engine.run('later')).toEqual({type: 'done', value: 'LATER'})
})

test('one that runs out of memory is stopped, and the process lives', async () => {
  await using engine = startSpoilt('soundly', 100)
  expect(await Promise.all([engine.run('waste'), engine.run('a')])).toEqual([
    {type: 'stopped'},
    {type: 'done', value: 'A'},
  ])
})

test('after three that were stopped nothing is tried', async () => {
  await using engine = startSpoilt('soundly', 0.1)
  const outcomes = await Promise.all(
    ['a', ...Array.from({length: 50}, () => 'for ever'), 'b'].map((one) => engine.run(one)),
  )
  expect(outcomes.map(({type}) => type)).toEqual(['done', ...Array.from({length: 51}, () => 'stopped')])
  expect(await engine.run('c')).toEqual({type: 'stopped'})
})

test('the signal ends what never would', async () => {
  const interrupt = new AbortController()
  const reason = new Error('Interrupted')
  await using engine = startSpoilt('soundly', 1000, interrupt.signal)
  expect(await engine.run('a')).toEqual({type: 'done', value: 'A'})
  const waiting = ['for ever', 'a'].map((input) => engine.run(input))
  interrupt.abort(reason)
  expect(await Promise.allSettled(waiting)).toEqual([
    {status: 'rejected', reason},
    {status: 'rejected', reason},
  ])
  await expect(engine.run('b')).rejects.toBe(reason)
})

test('an engine that does not load fails what waits for it', async () => {
  await using engine = startSpoilt('badly', 1)
  await expect(engine.run('a')).rejects.toThrow('no such engine')
})
