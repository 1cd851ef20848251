import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { alone, putInPlace } from '../bin/in-place.mts'

const folder = await mkdtemp(join(tmpdir(), 'in-place-'))
afterAll(() => rm(folder, { recursive: true }))

it('lets those who build take turns, and forgets one who died at it', async () => {
  const lock = join(folder, 'lock')
  let building = 0
  let most = 0
  const build = async () => {
    most = Math.max(most, ++building)
    await wait(20)
    building -= 1
  }
  await Promise.all([alone(lock, build), alone(lock, build), alone(lock, build)])
  expect(most).toBe(1)
  await expect(alone(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  // The number of no process.
  await writeFile(lock, String(2 ** 22 + 1))
  await alone(lock, build)
  expect(await readdir(folder)).toEqual([])
})

it('keeps the files of the version before, so that a page of it never lacks its styles', async () => {
  const target = join(folder, 'assets')
  const build = async (version: string, before?: readonly string[]) => {
    const made = join(folder, `assets-${version}`)
    await mkdir(made)
    const names = [`face.${version}.css`, 'manifest.json']
    for (const name of names) await writeFile(join(made, name), version)
    await putInPlace(made, target, { last: ['manifest.json'], before })
    return names
  }
  const one = await build('1')
  const two = await build('2', one)
  expect((await readdir(target)).sort()).toEqual(['face.1.css', 'face.2.css', 'manifest.json'])
  expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('2')
  await build('3', two)
  expect((await readdir(target)).sort()).toEqual(['face.2.css', 'face.3.css', 'manifest.json'])
  expect(await readdir(folder)).toEqual(['assets'])
})
