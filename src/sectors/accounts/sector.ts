import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'accounts',
  title: { ar: 'الحساب والتفعيل', en: 'Account and activation' },
  summary: {
    ar: 'أنشئ حسابك وفعّله، واعرف ما يمكنك إنجازه هنا.',
    en: 'Open and activate your account, and see what you can get done here.',
  },
  icon: 'user-round-check',
  units: {
    activation: { ar: 'تفعيل الحسابات', en: 'Account activation' },
    operations: { ar: 'تشغيل المنصة', en: 'Platform operations' },
  },
})
