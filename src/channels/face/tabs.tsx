export interface Tab {
  readonly label: string
  readonly href: string
  readonly current?: boolean
  readonly count?: number
}

/** Views of the same thing, each with an address of its own. */
export const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
        {tab.label}
        {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
      </a>
    ))}
  </nav>
)
