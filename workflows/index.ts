export { escalation } from './escalation/workflow';
