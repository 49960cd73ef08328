package dev.svodka.report.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.report.deliver.Bulletin;
import dev.svodka.report.deliver.Email;
import dev.svodka.report.deliver.Mailer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.Content;

/** E-mail by SES; it makes the MIME message itself. */
public final class SesMailer implements Mailer {
  private static final String UTF_8 = "UTF-8";

  private final SesV2Client ses;
  private final String from;

  /**
   * @param from an address that SES has verified
   */
  public SesMailer(SesV2Client ses, String from) {
    this.ses = ses;
    this.from = from;
  }

  @Override
  public void send(Email email) {
    try {
      ses.sendEmail(
          request ->
              request
                  .fromEmailAddress(from)
                  .destination(to -> to.toAddresses(email.to()))
                  .content(
                      content ->
                          content.simple(
                              message ->
                                  message
                                      .subject(text(email.subject()))
                                      .body(
                                          body ->
                                              body.text(text(email.text()))
                                                  .html(text(email.html())))
                                      .attachments(attachments(email)))));
    } catch (AwsServiceException e) {
      // its message may quote the address
      throw failed(e.awsErrorDetails() == null ? "refused" : e.awsErrorDetails().errorCode());
    } catch (SdkException e) {
      throw failed("no answer (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static List<Attachment> attachments(Email email) {
    List<Attachment> attachments = new ArrayList<>();
    email
        .picture()
        .ifPresent(
            file ->
                attachments.add(
                    attached(file)
                        .contentDisposition(AttachmentContentDisposition.INLINE)
                        .contentId("chart")
                        .build()));
    email.attachments().forEach(file -> attachments.add(attached(file).build()));
    return attachments;
  }

  private static Attachment.Builder attached(Bulletin.Attached file) {
    return Attachment.builder()
        .fileName(file.name())
        .contentType(file.contentType())
        .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
        .rawContent(SdkBytes.fromByteArray(file.content()));
  }

  private static Content text(String text) {
    return Content.builder().charset(UTF_8).data(text).build();
  }

  private static SvodkaException failed(String reason) {
    return new SvodkaException(ErrorCode.DELIVERY_FAILED, "SES did not take it: " + reason);
  }
}
