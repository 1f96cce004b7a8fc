import { customerMail } from './mail/customer-mail';
import { noticeMail } from './mail/notice-mail';
import type { CustomerMessageRequest, DeliverAnswer, DeliverRequest, MailPort } from './ports';
import { sendingFailure } from './undeliverable';

/** What deliveries need: a way to send mail, and the address under which people reach Upstairs. */
export interface DeliveryPorts {
  mail: MailPort;
  publicUrl: string;
}

/**
 * Activities that carry single messages out. They fail for good (type `undeliverable`) where there is no address or
 * its server refuses it, and retryably (type `mail-unavailable`) while the mail server does not take mail.
 */
export function createDeliverActivities({ mail, publicUrl }: DeliveryPorts) {
  return {
    /** Mails a notice to one of us. */
    async deliver(request: DeliverRequest): Promise<DeliverAnswer> {
      return sendOne(() => mail.send(noticeMail(request, publicUrl)));
    },
    /** Mails a message to the customer. */
    async sendToCustomer(request: CustomerMessageRequest): Promise<DeliverAnswer> {
      return sendOne(() => mail.send(customerMail(request)));
    },
  };
}

async function sendOne(send: () => Promise<DeliverAnswer>): Promise<DeliverAnswer> {
  try {
    return await send();
  } catch (error) {
    throw sendingFailure(error);
  }
}
