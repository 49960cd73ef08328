package dev.svodka.local.account.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.JsonService;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.exception.SdkException;

/** What a stack of CloudFormation puts out. */
final class StackOutputs {
  private static final String VERSION = "2010-05-15";

  private final JsonService cloudFormation;

  StackOutputs(JsonService cloudFormation) {
    this.cloudFormation = cloudFormation;
  }

  /**
   * Asks for the outputs by their keys.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is no such stack in the region,
   *     {@link ErrorCode#NOT_AUTHENTICATED} where the credentials do not suffice or there are none
   */
  Map<String, String> of(String stack) {
    try {
      JsonService.Reply reply =
          cloudFormation.query(
              "Action=DescribeStacks&Version=%s&StackName=%s"
                  .formatted(VERSION, URLEncoder.encode(stack, UTF_8)));
      if (!reply.ok()) {
        Set<String> codes = pairs(reply.body(), "Code", "Message").keySet();
        throw refused(stack, codes.stream().findFirst().orElse(""), reply);
      }
      return pairs(reply.body(), "OutputKey", "OutputValue");
    } catch (XMLStreamException e) {
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE, "CloudFormation gives no answer that can be read", e);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE,
          "CloudFormation does not answer: " + e.getClass().getSimpleName(),
          e);
    } catch (SdkException e) {
      throw new SvodkaException(
          ErrorCode.NOT_AUTHENTICATED,
          "AWS cannot be asked: there are no credentials; see `aws configure`, or set AWS_PROFILE",
          e);
    }
  }

  private static SvodkaException refused(String stack, String code, JsonService.Reply reply) {
    return switch (code) {
      case "ValidationError" ->
          new SvodkaException(
              ErrorCode.NOT_FOUND,
              "there is no stack `%s` in this region and account; name it with --stack"
                  .formatted(stack));
      case "AccessDenied",
          "AccessDeniedException",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "UnrecognizedClientException" ->
          new SvodkaException(
              ErrorCode.NOT_AUTHENTICATED,
              "AWS does not let these credentials look at the stack `%s` (%s); infra/README.md lists the rights"
                  .formatted(stack, code));
      default ->
          new SvodkaException(
              ErrorCode.STORE_UNAVAILABLE,
              "CloudFormation answers %d %s".formatted(reply.status(), code.replaceAll("\\W", "")));
    };
  }

  /** Texts of a kind of element, each under the text of the other kind that stands before it. */
  private static Map<String, String> pairs(String xml, String keys, String values)
      throws XMLStreamException {
    Map<String, String> pairs = new HashMap<>();
    XMLStreamReader reader = reader(xml);
    String key = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals(keys)) {
          key = reader.getElementText();
        } else if (reader.getLocalName().equals(values)) {
          pairs.put(key, reader.getElementText());
        }
      }
    }
    return pairs;
  }

  private static XMLStreamReader reader(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new StringReader(xml));
  }
}
