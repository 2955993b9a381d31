// SPDX-License-Identifier: MIT
// Owns what is asked of a document that was read: kinds of values, their texts, and what messages call them.
#include "interpreter/host/json.hpp"
#include "interpreter/host/json_string.hpp"

namespace eligo::host {

JsonKind Json::kind(Id value) const {
  switch (text_[values_[value].begin]) {
    case 'n':
      return JsonKind::null;
    case 't':
    case 'f':
      return JsonKind::boolean;
    case '"':
      return JsonKind::string;
    case '[':
      return JsonKind::array;
    case '{':
      return JsonKind::object;
    default:
      return JsonKind::number;
  }
}

std::string Json::string(Id value) const {
  return json_string_at(text_, values_[value].begin);
}
std::string Json::name(Id value) const {
  return json_string_at(text_, values_[value].name);
}

std::string_view words_of(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "true or false";
    case JsonKind::number:
      return "a number";
    case JsonKind::string:
      return "a text";
    case JsonKind::array:
      return "a list";
    case JsonKind::object:
      break;
  }
  return "an object";
}

}  // namespace eligo::host
