import { describe, expect, it } from 'vitest'
import { passwordTrouble } from './strength.ts'

const judge = (password: string) =>
  passwordTrouble(password, { username: 'salem.rayhani', known: ['1991'] })?.en

describe('password', () => {
  it.each([
    ['Xk7wqZp', /at least 8/],
    ['xk7wqzpm', /capital letter/],
    ['XK7WQZPM', /small letter/],
    ['XkwqZpmr', /digit/],
    ['Rayhani81Qx', /username/],
    ['Password1', /easy to guess/],
    ['Salem1991', /username/],
    ['aaaaaaaaaaaaaaaaaaaa', /easy to guess/],
  ])('%s is refused', (password, why) => {
    expect(judge(password)).toMatch(why)
  })

  it.each([
    'vK9#tqLm2zR',
    'quiet harbour forty lanterns',
    'قمر بحيرة سلّم زعفران',
    'four characters: salex K2 mrnd',
  ])('%s is welcome', (password) => {
    expect(judge(password)).toBeUndefined()
  })
})
