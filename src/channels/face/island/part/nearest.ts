import { kilometres, type Point } from '#kernel/distance.ts'

/** Puts the places of a list in order from where the reader is, when they ask. Where that is stays here. */
export function nearest(): void {
  const ask = document.querySelector<HTMLElement>('[data-nearest]')
  const list = document.querySelector<HTMLElement>('[data-places]')
  const button = ask?.querySelector('button')
  const status = ask?.querySelector<HTMLElement>('[role=status]')
  if (!ask || !list || !button || !status || !('geolocation' in navigator)) return
  ask.hidden = false
  button.addEventListener('click', () => {
    button.ariaBusy = 'true'
    const answer = (words: string | undefined) => {
      button.ariaBusy = 'false'
      status.textContent = words ?? ''
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        putInOrder(list, coords)
        answer(status.dataset.done)
      },
      () => answer(status.dataset.failed),
      { maximumAge: 300_000, timeout: 15_000 },
    )
  })
}

function putInOrder(list: HTMLElement, here: Point): void {
  const places = [...list.querySelectorAll<HTMLElement>(':scope > [data-latitude]')].map((place) => ({
    place,
    away: kilometres(here, {
      latitude: Number(place.dataset.latitude),
      longitude: Number(place.dataset.longitude),
    }),
  }))
  places.sort((a, b) => a.away - b.away)
  for (const { place, away } of places) {
    const words = place.querySelector<HTMLElement>('[data-distance]')
    if (words) {
      words.hidden = false
      words.textContent = (list.dataset.away ?? '').replace('{n}', String(Math.round(away)))
    }
    list.append(place)
  }
}
