export { announcement } from './announcement/workflow';
export { escalation } from './escalation/workflow';
