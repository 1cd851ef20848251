import { afterAll } from 'vitest'
import { closeAll } from './done.ts'

afterAll(closeAll)
