import { afterAll } from 'vitest'
import { closeAll } from './database.ts'

afterAll(closeAll)
