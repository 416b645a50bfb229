import type { Messages } from '../messages.ts';

export const organizations: Messages['organizations'] = {
  title: 'المؤسسات',
  intro: 'الفِرق والشركات التي ينتمي إليها حسابك.',
  list: 'أنت عضو في',
  noRoles: 'عضو من دون دور',
  mfaRequired: 'تطلب من أعضائها التحقق بخطوتين',
  leave: 'مغادرة',
  leaveNamed: 'مغادرة {{name}}',
  question: 'هل تريد مغادرة {{name}}؟',
  consequence: 'ستفقد فورًا الوصول إلى كل ما يخص {{name}}. سيبقى هناك ما أنشأته.',
  rolesLost_zero: 'لن تفقد أي دور: {{roles}}.',
  rolesLost_one: 'ستفقد دورك: {{roles}}.',
  rolesLost_two: 'ستفقد دوريك: {{roles}}.',
  rolesLost_few: 'ستفقد أدوارك: {{roles}}.',
  rolesLost_many: 'ستفقد أدوارك: {{roles}}.',
  rolesLost_other: 'ستفقد أدوارك: {{roles}}.',
  wayBack:
    'لا يمكنك العودة بنفسك: يجب أن يضيفك شخص منها مجددًا. إذا كنت آخر من يديرها، يُرجى تسليم ذلك إلى غيرك أولًا.',
  left: 'غادرت {{name}}.',
  nothing: {
    title: 'حسابك لا ينتمي إلى أي مؤسسة',
    text: 'عندما يضيفك فريق أو شركة، يظهر ذلك هنا مع ما يمكنك فعله.',
  },
};
