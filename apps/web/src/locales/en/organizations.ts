export const organizations = {
  title: 'Organizations',
  intro: 'The teams and companies that your account belongs to.',
  list: 'You are a member of',
  noRoles: 'Member without a role',
  mfaRequired: 'Asks its members for two-step verification',
  leave: 'Leave',
  leaveNamed: 'Leave {{name}}',
  question: 'Leave {{name}}?',
  consequence: 'You lose access to everything of {{name}} at once. What you made there stays there.',
  rolesLost_one: 'You lose your role: {{roles}}.',
  rolesLost_other: 'You lose your roles: {{roles}}.',
  wayBack:
    'You cannot come back by yourself: somebody there has to add you again. If you are the last one who looks after it, hand that over first.',
  left: 'You have left {{name}}.',
  nothing: {
    title: 'You belong to no organization',
    text: 'When a team or a company adds you, it appears here with what you may do in it.',
  },
};
