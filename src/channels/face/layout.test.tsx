import { expect, it } from 'vitest'
import { type PageProps, renderPage } from './layout.tsx'

const page = (over: Partial<PageProps> = {}): string =>
  new TextDecoder().decode(
    renderPage({
      locale: 'ar',
      theme: 'auto',
      path: '/services/sell-vehicle?subject=7',
      title: 'مبايعة مركبة',
      section: 'portal',
      now: new Date('2026-11-27T09:00:00Z'),
      demo: false,
      children: <h1>مبايعة مركبة</h1>,
      ...over,
    }),
  )

it('is right to left in Arabic, left to right in English', () => {
  expect(page()).toContain('<html lang="ar" dir="rtl">')
  expect(page({ locale: 'en' })).toContain('<html lang="en" dir="ltr">')
})

it('keeps the page and its query when the language changes', () => {
  expect(page()).toContain('href="/services/sell-vehicle?subject=7&amp;lang=en"')
})

it('carries nothing inline that a strict policy refuses', () => {
  expect(page({ demo: true, principal: { name: 'سارة', unread: 2 } })).not.toMatch(
    / style=|<style|<script(?! type="module" src=)| on\w+=/,
  )
})

it('escapes what is put in its head', () => {
  expect(page({ title: '</title><script>', description: '"><script>' })).not.toContain('<script>')
})

it('says when the contact centre opens on a Friday noon', () => {
  expect(page()).toContain('مغلق الآن، يفتح 16:00')
})

it('marks a demonstration, and only that', () => {
  expect(page()).not.toContain('class="ribbon"')
  expect(page({ demo: true })).toContain('class="ribbon"')
})

it('counts what was not read', () => {
  expect(page({ principal: { unread: 2 } })).toContain('اثنتان لم تُقرآ')
})
